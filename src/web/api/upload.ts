/** Files to the server, with progress; many files go as one folder. */
import { readError } from '#contract/read-error.ts';
import { RequestFailed } from './failure.ts';

interface Uploaded {
  readonly uploadId: string;
  readonly fileName: string;
}

interface Options {
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
  readonly signal: AbortSignal;
}

/** XMLHttpRequest, because fetch does not tell how far an upload is. */
export function uploadFiles(files: readonly File[], { onProgress, signal }: Options): Promise<Uploaded> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.webkitRelativePath || file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/uploads');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    request.onerror = () => reject(new Error('upload broke off'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onload = () => {
      if (request.status < 300) return resolve(request.response as Uploaded);
      const told = readError(request.response);
      reject(told ? new RequestFailed({ ...told, status: request.status }) : new Error('upload refused'));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
