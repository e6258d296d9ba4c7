// The fence between the rooms (ARCHITECTURE.md). A rule's comment is the message a developer reads; say what to do instead.

/** What each room may import from other rooms. A room that is not named here may not be imported by it. */
const mayImport = {
  engine: [],
  contract: ['engine'],
  messages: ['contract', 'engine'],
  store: ['engine'],
  services: ['engine', 'contract', 'store'],
  http: ['contract', 'services', 'messages'],
  jobs: ['contract', 'services', 'messages'],
  connectors: ['contract', 'services'],
  cli: ['contract', 'services', 'messages', 'database'],
  demo: ['engine', 'contract', 'services'],
  web: ['contract', 'messages', 'engine'],
  database: [],
  outgoing: ['contract', 'services'],
  incoming: ['contract', 'services'],
};

/** The single files a room may use of a room that is otherwise closed to it. */
const exceptions = {
  // A door lends the connection on, by its type; the queries stay in the store.
  http: ['store/database\\.ts'],
  jobs: ['store/database\\.ts'],
  cli: ['store/(database|migrate)\\.ts'],
};

const why = {
  engine: 'The engine is pure mathematics: it imports no other room. Pass what it needs as a parameter.',
  contract: 'The contract says what crosses the wire: it knows the engine only. Move the logic to a service.',
  messages: 'Messages are words: they import types of contract and engine, nothing else.',
  store: 'The store is SQL: it knows the engine only. A rule belongs in a service, the wire in the contract.',
  services:
    'A use case knows engine, contract and store; no door, no screen. Lend it what it needs through its context.',
  http: 'A door imports contract, services and messages, never another door. Queries belong in the store, behind a service.',
  jobs: 'A door imports contract, services and messages, never another door. A handler calls one service.',
  connectors: 'A connector turns a source into records of the service; it knows contract and services only.',
  cli: 'A command is a few lines over a service, on the same database; it never uses another door.',
  demo: 'The demo firm is written through services, like everything a user does.',
  web: 'The browser imports contract, messages and engine; everything else is asked for over the API.',
  incoming: 'A door imports contract and services, never another door: it takes mail in and leaves it to a use case.',
  database: 'The database room starts a server and imports node: and pg only.',
  outgoing:
    'What leaves the house is lent to services through their context; it knows the shape of that and nothing else.',
};

const tests = '\\.test\\.tsx?$';
const rooms = Object.entries(mayImport).map(([room, others]) => ({
  name: `${room}-keeps-to-its-rooms`,
  comment: why[room],
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: tests },
  to: {
    path: '^src/',
    pathNot: [room, ...others]
      .map((name) => `^src/${name}/`)
      .concat((exceptions[room] ?? []).map((file) => `^src/${file}$`)),
  },
}));

const inside = Object.keys(mayImport).map((room) => ({
  name: `${room}-names-its-own-files-by-dot`,
  comment: 'Inside a room import by "./"; a "#" in an import line means: this leaves the room.',
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/${room}/`, dependencyTypes: ['aliased-subpath-import'] },
}));

const between = Object.keys(mayImport).map((room) => ({
  name: `${room}-leaves-by-its-door`,
  comment: 'Between rooms import by "#room/file.ts", so that a decision about architecture can be seen in the line.',
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|test)/', pathNot: `^src/${room}/`, dependencyTypesNot: ['aliased-subpath-import'] },
}));

const packages = 'node_modules/';

export default {
  forbidden: [
    ...rooms,
    ...inside,
    ...between,
    {
      name: 'engine-imports-nothing',
      comment: 'The engine runs in browser and server alike and is proven by replay: no package and no node: module.',
      severity: 'error',
      from: { path: '^src/engine/', pathNot: tests },
      to: { pathNot: '^src/engine/' },
    },
    {
      name: 'database-imports-node-and-pg',
      comment: 'The supervisor imports node: and pg only, so that everything else can be started by it.',
      severity: 'error',
      from: { path: '^src/database/', pathNot: tests },
      to: { path: packages, pathNot: 'node_modules/(@types/)?pg/' },
    },
    {
      name: 'zod-at-the-border',
      comment:
        'Zod belongs in contract/, config.ts, job payloads and where connectors check strangers (decision 016); inside, types are plain.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(contract/|jobs/|connectors/|config\\.ts|http/openapi)|${tests}` },
      to: { path: 'node_modules/zod/' },
    },
    {
      name: 'services-know-no-http-no-sql-no-react',
      comment: 'A use case knows no HTTP, no SQL and no React: the door, the store and the web do.',
      severity: 'error',
      from: { path: '^src/services/', pathNot: tests },
      to: { path: 'node_modules/(fastify|@fastify|@orpc|kysely|pg|pg-cursor|react|react-dom|@mantine)/' },
    },
    {
      name: 'only-the-store-speaks-sql',
      comment: 'SQL lives in store/. Add a function with a name there and call it.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(store|database|jobs|http/auth|http/accounts)|^src/main\\.ts|${tests}` },
      to: { path: 'node_modules/(kysely|pg|pg-cursor)/' },
    },
    {
      name: 'one-way-out',
      comment:
        'Whatever goes out of the house goes through one file named egress.ts, which refuses private addresses and sets limits (quality.md, rule 1).',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `/egress\\.ts$|^src/outgoing/public-address\\.ts|^src/database/free-port\\.ts|^src/wait-for-port\\.ts|${tests}`,
      },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises)$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-features-live-apart',
      comment: 'Features of the web never import each other: lift what two share to ui/ or app/.',
      severity: 'error',
      from: { path: '^src/web/features/([^/]+)/' },
      to: { path: '^src/web/features/', pathNot: '^src/web/features/$1/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-tests-in-the-program',
      comment: 'The program never imports a test or the test harness.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['^test/', tests] },
    },
    {
      name: 'everything-resolves',
      comment: 'This import leads nowhere: a file was renamed, or its .ts is missing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
    {
      name: 'packages-are-ours',
      comment: 'Import only packages that package.json names; one that happens to be there may be gone tomorrow.',
      severity: 'error',
      from: { path: '^(src|test|e2e|bench|scripts)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages-on-the-server',
      comment: 'The server may not need a development package: move it to dependencies, or do without.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/web/|${tests}` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
