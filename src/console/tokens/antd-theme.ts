import { theme, type ThemeConfig } from 'antd'
import { dark, light } from './tokens'

/** Ant Design reads the same palette as our own CSS, so that its parts and ours cannot drift apart. */
export function antdTheme(mode: 'light' | 'dark', still: boolean): ThemeConfig {
  const palette = mode === 'dark' ? dark : light
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.brand,
      colorInfo: palette.brand,
      colorLink: palette.brand,
      colorSuccess: palette.onTrack,
      colorWarning: palette.watch,
      colorError: palette.late,
      colorSuccessBg: palette.onTrackSoft,
      colorSuccessBorder: palette.onTrack,
      colorWarningBg: palette.watchSoft,
      colorWarningBorder: palette.watch,
      colorErrorBg: palette.lateSoft,
      colorErrorBorder: palette.late,
      colorInfoBg: palette.brandSoft,
      colorInfoBorder: palette.brand,
      colorText: palette.text,
      colorTextSecondary: palette.text2,
      colorTextTertiary: palette.text3,
      colorTextDescription: palette.text3,
      colorTextPlaceholder: palette.text3,
      colorBgLayout: palette.page,
      colorBgContainer: palette.panel,
      colorBgElevated: palette.raised,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      colorTextLightSolid: palette.onBrand,
      fontFamily: 'var(--font)',
      fontSize: 14,
      borderRadius: 4,
      controlHeight: 32,
      motion: !still,
      wireframe: false,
    },
    components: {
      Tooltip: { colorBgSpotlight: mode === 'dark' ? '#39434f' : '#27313d', colorTextLightSolid: '#ffffff' },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
    },
  }
}
