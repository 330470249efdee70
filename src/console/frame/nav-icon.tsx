import {
  AimOutlined,
  ApartmentOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  BulbOutlined,
  CarryOutOutlined,
  FileDoneOutlined,
  FundOutlined,
  LineChartOutlined,
  ProjectOutlined,
  ReadOutlined,
  SafetyOutlined,
  SettingOutlined,
  ShopOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { NavGroupName } from './nav-groups.data'

const icons: Readonly<Record<NavGroupName, ComponentType>> = {
  board: FundOutlined,
  work: CarryOutOutlined,
  indicators: LineChartOutlined,
  goals: AimOutlined,
  projects: ProjectOutlined,
  cases: FileDoneOutlined,
  enterprises: BankOutlined,
  investment: ShopOutlined,
  space: AppstoreOutlined,
  talent: BulbOutlined,
  safety: SafetyOutlined,
  governance: AuditOutlined,
  briefing: ReadOutlined,
  organisation: ApartmentOutlined,
  system: SettingOutlined,
}

export function NavIcon({ group }: { readonly group: NavGroupName }) {
  const Icon = icons[group]
  return (
    <span className="nav-icon" aria-hidden="true">
      <Icon />
    </span>
  )
}
