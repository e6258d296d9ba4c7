/** Packs the built pages once, so that no request waits for it: brotli and gzip beside each file worth it. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const leastBytes = 1024;
const brotliQuality = 10;

export async function compressWeb(folder: string): Promise<void> {
  const files = globSync('**/*.{js,css,svg,webmanifest}', { cwd: folder }).map((file) => join(folder, file));
  await Promise.all(files.map(compressFile));
}

async function compressFile(path: string): Promise<void> {
  const plain = readFileSync(path);
  if (plain.length < leastBytes) return;
  const [packed, zipped] = await Promise.all([packBrotli(plain), promisify(gzip)(plain, { level: 9 })]);
  writeFileSync(`${path}.br`, packed);
  writeFileSync(`${path}.gz`, zipped);
}

function packBrotli(plain: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  return promisify(brotliCompress)(plain, { params });
}
