/** The bare floor: Node's own http and pg, one statement a request, rows as they come. Its statements stand in a file. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
import { planEachTime } from '#store/named-client.ts';

const [statementsFile = '', port = ''] = process.argv.slice(2);
const statements: Record<string, string> = JSON.parse(readFileSync(statementsFile, 'utf8'));
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    answer((request.url ?? '').slice(1), JSON.parse(body))
      .then((rows) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(rows));
      })
      .catch((problem) => {
        response.statusCode = 500;
        response.end(String(problem));
      });
  });
});

type Asked = { name: string; values: unknown[] };

/** One statement, or (`together`) several in one transaction. */
async function answer(name: string, body: unknown): Promise<unknown> {
  const ask = ({ name, values }: Asked) => {
    const text = statements[name] ?? '';
    // What the app has planned each time is planned each time here too.
    return text.includes(planEachTime) ? { text, values } : { name, text, values };
  };
  if (name !== 'together') return (await pool.query(ask({ name, values: body as unknown[] }))).rows;
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const asked of body as Asked[]) await client.query(ask(asked));
    await client.query('commit');
  } finally {
    client.release();
  }
  return [];
}

server.listen(Number(port), '127.0.0.1', () => console.log('ready'));
