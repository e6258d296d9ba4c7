import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { thinContract } from './scripts/thin-contract.ts';

export default defineConfig({
  root: 'src/web',
  plugins: [react(), thinContract()],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // An asset of its own instead of a data: address, so that the content security policy stays narrow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
