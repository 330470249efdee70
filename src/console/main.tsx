import '@fontsource-variable/noto-sans-sc/index.css'
import './tokens/base.css'
import { createConsole } from './create-console'
import { modules, records } from './registry'

const root = document.getElementById('root')
if (root) createConsole({ records, modules }).mount(root)
