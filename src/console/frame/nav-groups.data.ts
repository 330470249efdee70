import { text } from '#engine/result/result'

/** What people do, in the order they read it. A group is shown only when somebody's post has something in it. */
export const navGroups = {
  board: text('看板', 'Board'),
  work: text('我的工作', 'My work'),
  indicators: text('指标', 'Indicators'),
  goals: text('目标', 'Goals'),
  projects: text('项目', 'Projects'),
  cases: text('事项办件', 'Cases'),
  enterprises: text('企业', 'Enterprises'),
  investment: text('招商', 'Investment'),
  space: text('载体', 'Space'),
  talent: text('人才创新', 'Talent'),
  safety: text('安全环保', 'Safety'),
  governance: text('议事督办', 'Resolutions'),
  briefing: text('简报', 'Briefings'),
  organisation: text('组织', 'Organisation'),
  system: text('系统', 'System'),
} as const

export type NavGroupName = keyof typeof navGroups

export const navGroupNames = Object.keys(navGroups) as NavGroupName[]

/** Modules whose record lists stand under a group of another name. */
export const groupOfModule: Readonly<Record<string, NavGroupName>> = { innovation: 'talent' }
