/** What comes after Vite: the service worker over its files, then all of them packed. */
import { buildWorker } from './build-worker.ts';
import { compressWeb } from './compress-web.ts';

const folder = process.argv[2];
if (!folder) throw new Error('say which folder the pages were built into');
await buildWorker(folder);
await compressWeb(folder);
