import { createRoot } from 'react-dom/client'
import { App } from './app.js'
import './style/index.css'

createRoot(document.getElementById('root')!).render(<App />)
