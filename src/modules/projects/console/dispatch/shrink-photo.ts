/** Wide enough to see what was built; a phone's own pictures are four times as large. */
const longestSide = 2048
/** Below this a picture is sent as it is. */
const smallEnough = 1_500_000
const shrinkable = new Set(['image/jpeg', 'image/png', 'image/webp'])

/** The size in which a picture is sent: its sides in proportion, the longer one bounded. */
export function boundedSize(
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  const share = Math.min(1, longestSide / Math.max(width, height, 1))
  return { width: Math.round(width * share), height: Math.round(height * share) }
}

const asJpeg = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))

/**
 * A photo made small enough for a phone's connection. What the browser cannot read is sent as it is: whether it is a
 * photo at all, the server decides.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.size <= smallEnough || !shrinkable.has(file.type)) return file
  try {
    const picture = await createImageBitmap(file)
    const canvas = document.createElement('canvas')
    Object.assign(canvas, boundedSize(picture.width, picture.height))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const small = await asJpeg(canvas)
    if (!small || small.size >= file.size) return file
    return new File([small], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' })
  } catch {
    return file
  }
}
