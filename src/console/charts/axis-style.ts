import { fontFamily, type Palette } from '#console/tokens/tokens'

/** Text, grid and axis in the colours of the theme: the same in every chart. */
export const textStyle = (palette: Palette) => ({ color: palette.text2, fontFamily, fontSize: 12 })

export const valueAxis = (palette: Palette, unit: string) => ({
  type: 'value' as const,
  name: unit,
  nameTextStyle: { ...textStyle(palette), color: palette.text3, align: 'left' as const },
  axisLabel: textStyle(palette),
  splitLine: { lineStyle: { color: palette.line } },
  axisLine: { show: false },
  axisTick: { show: false },
})

export const categoryAxis = (palette: Palette, names: readonly string[]) => ({
  type: 'category' as const,
  data: [...names],
  axisLabel: textStyle(palette),
  axisLine: { lineStyle: { color: palette.edge } },
  axisTick: { show: false },
})

export const tooltipStyle = (palette: Palette) => ({
  backgroundColor: palette.raised,
  borderColor: palette.line,
  textStyle: { color: palette.text, fontFamily, fontSize: 13 },
  confine: true,
})

/** The next thing a chart cannot draw is a number it does not know: a gap, not a zero. */
export const drawn = (value: string | null): number | null => (value === null ? null : Number(value))
