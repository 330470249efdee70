import { text, type Text } from '#engine/result/result'

/** The one place where colours have values; CSS reads them as `var(--name)`, antd and charts read this object. */
export interface Palette {
  readonly brand: string
  readonly brandStrong: string
  readonly brandSoft: string
  readonly onBrand: string
  readonly page: string
  readonly panel: string
  readonly raised: string
  readonly hover: string
  readonly nav: string
  readonly navText: string
  readonly navActive: string
  readonly text: string
  readonly text2: string
  readonly text3: string
  readonly line: string
  readonly edge: string
  readonly onTrack: string
  readonly watch: string
  readonly late: string
  readonly unknown: string
  readonly onTrackSoft: string
  readonly watchSoft: string
  readonly lateSoft: string
  readonly unknownSoft: string
}

export const light: Palette = {
  brand: '#24508c',
  brandStrong: '#1d3f72',
  brandSoft: '#e8eff8',
  onBrand: '#ffffff',
  page: '#f4f6f9',
  panel: '#ffffff',
  raised: '#ffffff',
  hover: '#eef2f7',
  nav: '#ffffff',
  navText: '#33404f',
  navActive: '#e8eff8',
  text: '#1b2430',
  text2: '#465263',
  text3: '#5f6b7c',
  line: '#dfe4eb',
  edge: '#8792a2',
  onTrack: '#17734a',
  watch: '#8f5600',
  late: '#b42318',
  unknown: '#566172',
  onTrackSoft: '#e6f4ec',
  watchSoft: '#fdf3df',
  lateSoft: '#fdecea',
  unknownSoft: '#eef1f5',
}

export const dark: Palette = {
  brand: '#8db8f2',
  brandStrong: '#b3d0f7',
  brandSoft: '#213450',
  onBrand: '#0d1b2e',
  page: '#10141a',
  panel: '#181e26',
  raised: '#202833',
  hover: '#242d39',
  nav: '#141a21',
  navText: '#c3ccd8',
  navActive: '#213450',
  text: '#e8ecf2',
  text2: '#b4bdca',
  text3: '#97a2b2',
  line: '#2c3541',
  edge: '#667386',
  onTrack: '#62c896',
  watch: '#e6b054',
  late: '#ff8f83',
  unknown: '#a5afbd',
  onTrackSoft: '#173527',
  watchSoft: '#3a2c12',
  lateSoft: '#44201d',
  unknownSoft: '#262f3a',
}

/** At most five colours in one chart; whatever comes after is grey. */
export const chartColours = {
  light: ['#24508c', '#1f8a8a', '#b7791f', '#8a4f9e', '#5d7a3a'],
  dark: ['#8db8f2', '#5cc4c4', '#e6b054', '#c99be0', '#a5c97c'],
} as const

/** How something stands. Never told by colour alone: each has a shape and a word. */
export type Standing = 'on_track' | 'watch' | 'late' | 'unknown'

export const standings: Readonly<
  Record<Standing, { readonly shape: string; readonly word: Text; readonly colour: keyof Palette }>
> = {
  on_track: { shape: '●', word: text('正常', 'On track'), colour: 'onTrack' },
  watch: { shape: '▲', word: text('关注', 'Watch'), colour: 'watch' },
  late: { shape: '■', word: text('滞后', 'Late'), colour: 'late' },
  unknown: { shape: '○', word: text('未知', 'Unknown'), colour: 'unknown' },
}

/** Steps of 4 px: `space(3)` is 12. */
export const space = (steps: number): number => steps * 4

/** The system's own Chinese fonts first; the shipped one makes a bare machine readable instead of full of boxes. */
export const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC Variable", "Noto Sans SC", sans-serif'

/** Quotation marks of a Chinese font are as wide as a character: in English “Agent’s” would fall apart. */
const latinQuotes = [
  'Segoe UI',
  'Helvetica Neue',
  'Roboto',
  'Noto Sans',
  'Liberation Sans',
  'Arial',
  'DejaVu Sans',
]
const latinQuotesCss = `@font-face{font-family:"Latin Quotes";src:${latinQuotes
  .map((name) => `local("${name}")`)
  .join(',')};unicode-range:U+2018-2019,U+201C-201D}`

/** Widths at which the frame changes: below `phone` one column, drawer and bottom bar; below `rail` icons only. */
export const breakpoints = { phone: 768, rail: 1100 } as const

const kebab = (name: string) => name.replace(/[A-Z0-9]/g, (part) => `-${part.toLowerCase()}`)

const declarations = (palette: Palette) =>
  Object.entries(palette)
    .map(([name, value]) => `--${kebab(name)}:${value}`)
    .join(';')

/** The palettes as custom properties; paper is always light. */
export const paletteCss = (): string =>
  [
    latinQuotesCss,
    `:root{${declarations(light)};--font:${fontFamily};color-scheme:light}`,
    `:root:lang(en){--font:"Latin Quotes",${fontFamily}}`,
    `:root[data-theme=dark]{${declarations(dark)};color-scheme:dark}`,
    `@media print{:root,:root[data-theme=dark]{${declarations(light)};color-scheme:light}}`,
  ].join('\n')
