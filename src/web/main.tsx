/** The browser's way in: words first, then the app. */
import '@fontsource-variable/figtree/index.css';
import '@fontsource-variable/newsreader/opsz.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { loadWords, rememberedLocale } from './app/languages.ts';
import { registerWorker } from './features/offline/program-version.ts';

const locale = rememberedLocale();
const words = await loadWords(locale);
document.documentElement.lang = locale;
const place = document.getElementById('root');
if (!place) throw new Error('the page has no place for the app');
createRoot(place).render(<App start={{ locale, words }} />);
void registerWorker();
