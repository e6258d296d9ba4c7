/** The parts of a service worker's world that we use; the browser's own types for it do not go together with those of a page. */

export interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}

export interface MessageEventOfWorker extends WorkerEvent {
  readonly data: unknown;
}

export interface PushEvent extends WorkerEvent {
  readonly data: { json(): unknown; text(): string } | null;
}

export interface NotificationClickEvent extends WorkerEvent {
  readonly notification: { readonly data: unknown; close(): void };
}

export interface PageOfWorker {
  readonly url: string;
  focus(): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
}

interface Events {
  install: WorkerEvent;
  activate: WorkerEvent;
  fetch: FetchEvent;
  message: MessageEventOfWorker;
  push: PushEvent;
  notificationclick: NotificationClickEvent;
}

export interface WorkerScope {
  readonly location: { readonly origin: string };
  readonly registration: {
    readonly navigationPreload?: { enable(): Promise<void> };
    showNotification(title: string, options?: NotificationOptions & { data?: unknown }): Promise<void>;
  };
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled?: boolean }): Promise<readonly PageOfWorker[]>;
    openWindow(url: string): Promise<unknown>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<T extends keyof Events>(name: T, listener: (event: Events[T]) => void): void;
}

export const scope = globalThis as unknown as WorkerScope;
