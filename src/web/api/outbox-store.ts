/** What waits to be sent, kept by the browser itself: it survives a reload, a closed lid and an empty battery. */
import type { CaptureInput } from '#contract/captures.ts';

export interface Waiting {
  /** In the order in which they were written. */
  readonly id: number;
  /** Made when it was written, so that sending twice records once. */
  readonly key: string;
  readonly userId: string;
  /** With whom, for showing what waits. */
  readonly about: string;
  readonly input: CaptureInput;
  /** The error code when the house said no: kept until a person decides. */
  readonly refused: string | null;
}

const table = 'waiting';
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('hecht-outbox', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'id', autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
  return opened;
}

async function run<T>(mode: IDBTransactionMode, act: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(table, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(table));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser did not keep it'));
  });
}

export async function keepWaiting(entry: Omit<Waiting, 'id'>): Promise<Waiting> {
  const id = Number(await run('readwrite', (rows) => rows.add(entry)));
  return { ...entry, id };
}

export async function listWaiting(userId: string): Promise<Waiting[]> {
  const rows = await run<Waiting[]>('readonly', (kept) => kept.getAll());
  return rows.filter((row) => row.userId === userId).sort((left, right) => left.id - right.id);
}

export async function changeWaiting(entry: Waiting): Promise<void> {
  await run('readwrite', (rows) => rows.put(entry));
}

export async function dropWaiting(id: number): Promise<void> {
  await run('readwrite', (rows) => rows.delete(id));
}
