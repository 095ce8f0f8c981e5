import { createRoot } from 'react-dom/client';
import { Participation } from './participation.js';
import type { Language } from './words.js';

const language = document.documentElement.lang as Language;
createRoot(document.getElementById('app')!).render(<Participation language={language} />);
