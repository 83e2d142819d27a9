// SPDX-License-Identifier: Apache-2.0
import '@cloudscape-design/global-styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './app.css';
import '../parts/parts.css';
import { applyTheme, chosenTheme } from './theme.ts';

applyTheme(chosenTheme());
createRoot(document.getElementById('page')!).render(<App />);
