/** A public page whole: one file without scripts, cookies or anything from elsewhere, in light and dark. */
import { createHash } from 'node:crypto';
import { Html, html } from '#messages/html.ts';
import type { Locale } from '#messages/locales.ts';
import type { PageBody } from './public-page.ts';

const style = `:root{color-scheme:light dark;--paper:#fbf9f4;--ink:#26241f;--soft:#625d52;--line:#ddd6c8;--accent:#2f6244;--on:#fff;--warn:#8c3b1b}
@media (prefers-color-scheme:dark){:root{--paper:#1c1b18;--ink:#ece7dc;--soft:#aba493;--line:#3b3831;--accent:#8fc7a3;--on:#152019;--warn:#f0a583}}
*{box-sizing:border-box}html{background:var(--paper);color:var(--ink);font:17px/1.55 system-ui,-apple-system,"Segoe UI",sans-serif}
body{margin:0 auto;max-width:40rem;padding:1.25rem 1.25rem 4rem;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.head{display:flex;justify-content:space-between;gap:1rem;align-items:baseline;padding-bottom:.75rem;border-bottom:1px solid var(--line);margin-bottom:2rem}
.head strong{font-weight:600}h1,h2{font-family:Georgia,"Times New Roman",serif;font-weight:500;line-height:1.2;text-wrap:balance}
h1{font-size:1.9rem;margin:0 0 .5rem}h2{font-size:1.2rem;margin:2rem 0 .35rem}p{margin:0 0 .75rem}.soft{color:var(--soft)}.pre{white-space:pre-wrap}
.now{font-size:1.15rem;margin:1rem 0 0}.said{border-left:3px solid var(--accent);padding:.25rem 0 .25rem .9rem;margin:0 0 1.5rem}
.wrong{color:var(--warn);font-weight:600;margin:.35rem 0}hr{border:0;border-top:1px solid var(--line);margin:2.25rem 0 1.5rem}
ol.said-list{list-style:none;padding:0;margin:0}ol.said-list li{padding:.6rem 0;border-bottom:1px solid var(--line)}
a{color:inherit;text-underline-offset:.2em;display:inline-block;padding:.15rem 0}label{display:block;font-weight:600;margin-bottom:.35rem}
fieldset{border:0;padding:0;margin:0 0 1.25rem}legend{font-weight:600;padding:0;margin-bottom:.35rem}
label.choice{display:flex;gap:.6rem;align-items:baseline;font-weight:400;margin:0;padding:.35rem 0;min-height:2rem}
textarea,input[type=text]{width:100%;font:inherit;color:inherit;background:transparent;border:1px solid var(--soft);border-radius:6px;padding:.6rem .7rem}
textarea{min-height:8rem;resize:vertical}button{font:inherit;font-weight:600;border:0;border-radius:6px;padding:.6rem 1.1rem;margin-top:.75rem;min-height:44px;background:var(--accent);color:var(--on);cursor:pointer}
form p.soft{margin-top:.35rem}button.plain{background:transparent;color:inherit;font-weight:400;text-decoration:underline;text-underline-offset:.2em;padding-left:0}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}@media print{form,.head a{display:none}}`;

const styleHash = createHash('sha256').update(style).digest('base64');

const never = "default-src 'none'; base-uri 'none'; img-src 'none'; script-src 'none'";

/** Nothing of anywhere but this one style; it may be put in a frame only by ourselves, to show it before it is sent. */
export function publicPagePolicy(options: { inFrame?: boolean } = {}): string {
  const own = `${never}; style-src 'sha256-${styleHash}'`;
  return options.inFrame
    ? `sandbox; ${own}; form-action 'none'; frame-ancestors 'self'`
    : `${own}; form-action 'self'; frame-ancestors 'none'`;
}

interface Frame extends PageBody {
  readonly locale: Locale;
  readonly firmName: string;
  /** The same page in the other language, and what that is called; null where there is no switching. */
  readonly other: { readonly href: string; readonly lang: Locale; readonly label: string } | null;
}

export function writePublicPage({ title, body, locale, firmName, other }: Frame): string {
  const language = other
    ? html`<a href="${other.href}" lang="${other.lang}" hreflang="${other.lang}">${other.label}</a>`
    : new Html('');
  const page = html`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer"><style>${new Html(style)}</style></head>
<body><header class="head"><strong>${firmName}</strong>${language}</header><main>${body}</main></body></html>`;
  return page.source;
}
