import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/query-client'
import { sessionQuery } from './api/session'
import { LanguageProvider } from './language/language'
import { RegistryContext, type Registry } from './registry-context'
import { createConsoleRouter } from './router/create-router'
import { carryStyleNonce } from './tokens/style-nonce'
import { ThemeProvider } from './tokens/theme'
import { paletteCss } from './tokens/tokens'

function writePalette(): void {
  const style = document.createElement('style')
  style.textContent = paletteCss()
  document.head.append(style)
}

/** The console over these record types and modules; `mount` draws it into an element of the page. */
export function createConsole(registry: Registry): { readonly mount: (element: HTMLElement) => void } {
  const queries = createQueryClient(() => toSignIn())
  const router = createConsoleRouter(queries, registry.modules)
  const toSignIn = () => {
    const { href, pathname } = router.state.location
    if (pathname === '/sign-in') return
    void router
      .navigate({ to: '/sign-in', search: { then: href } } as never)
      .then(() => queries.removeQueries({ queryKey: sessionQuery.queryKey }))
  }
  return {
    mount: (element) => {
      carryStyleNonce()
      writePalette()
      createRoot(element).render(
        <StrictMode>
          <LanguageProvider>
            <ThemeProvider>
              <QueryClientProvider client={queries}>
                <RegistryContext value={registry}>
                  <RouterProvider router={router} />
                </RegistryContext>
              </QueryClientProvider>
            </ThemeProvider>
          </LanguageProvider>
        </StrictMode>,
      )
    },
  }
}
