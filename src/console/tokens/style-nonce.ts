/**
 * Style elements that our scripts make (antd's, the palette's) carry the page's nonce: the server's policy lets in no
 * other inline style, and not every library can be told its nonce.
 */
export function carryStyleNonce(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  if (!nonce) return
  const create = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
