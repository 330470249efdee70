/** Puts a text into the clipboard, also where the page is not served over HTTPS and the newer way is closed. */
export function copyText(words: string): void {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', words)
  }
  document.addEventListener('copy', put, { once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', put)
}
