import type { social as shape } from '../en/social.ts';

export const social: typeof shape = {
  blueskyHandle: 'Je naam daar',
  blueskyHandleHint: 'Zoals jouwnaam.bsky.social',
  appPassword: 'App-wachtwoord',
  appPasswordHint:
    'Bij Bluesky: Instellingen, Privacy en beveiliging, App-wachtwoorden. Je berichten hoeven er niet bij.',
  server: 'Server',
  blueskyServerHint: 'Alleen anders als je account op een eigen server staat.',
  mastodonServerHint: 'Waar je account staat, zoals https://mastodon.nl',
  token: 'Toegangstoken',
  tokenHint: 'Op je server: Voorkeuren, Ontwikkelen, Nieuwe toepassing; alleen leesrechten is genoeg.',
  forum: 'Adres van het forum',
  forumHint: 'Zoals https://forum.example.nl',
  forumName: 'Je gebruikersnaam daar',
  apiKey: 'API-sleutel',
  apiKeyHint: 'Een beheerder van het forum maakt die: Beheer, API, Nieuwe sleutel; voor één gebruiker, alleen lezen.',
  feedAddress: 'Adres van de feed',
  feedAddressHint: 'Zoals https://www.example.nl/feed. De pagina zelf is geen feed.',
  feedParty: 'Van wie de feed is',
  isPublic:
    'Hecht leest wie er in het openbaar met je sprak, en wat jij tegen hen zei. Privéberichten worden niet gelezen. Collega’s zien het ook: het is in het openbaar gezegd.',
  isPublished:
    'Wat zij publiceren staat op hun tijdlijn. Het is geen contact met jou, dus de hechtheid verandert er niet van.',
  hook: 'Sneller: laat het forum het vertellen',
  hookLead: 'Zonder dit kijkt Hecht elke tien minuten. In het forum: Beheer, API, Webhooks, Nieuwe webhook.',
  hookAddress: 'Payload URL',
  hookSecret: 'Als geheim: dezelfde API-sleutel. Als gebeurtenissen: berichten en likes.',
  networks: { bluesky: 'Bluesky', mastodon: 'Mastodon', discourse: 'Discourse', chat: 'chat' },
  places: {
    notifications: 'Wat anderen naar jou toe doen',
    posts: 'Wat jij tegen anderen zegt',
    reposts: 'Wat je doorgeeft',
    actions: 'Reacties, vermeldingen, citaten en likes, over en weer',
    feed: 'Wat er gepubliceerd wordt',
  },
};
