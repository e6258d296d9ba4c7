/** From an address that somebody typed to the calendars of their account (RFC 6764). */
import { type Looked, type Place, ReaderProblem } from '#services/connections/reader.ts';
import { makeLine } from '../storable-text.ts';
import { type Dav, type DavProps, linksOf, readProps, textOf } from './dav.ts';

export async function discover(dav: Dav): Promise<Looked> {
  const { address, userName } = dav.settings;
  const principal = await findPrincipal(dav);
  const [about] = await read(dav, { url: principal, props: ['c:calendar-home-set', 'c:calendar-user-address-set'] });
  const homes = linksOf(about?.props.calendarHomeSet).map((href) => new URL(href, principal).href);
  const own = linksOf(about?.props.calendarUserAddressSet).flatMap(mailOf);
  const places: Place[] = [];
  for (const home of homes) places.push(...(await listCalendars(dav, home)));
  if (places.length === 0) throw new ReaderProblem('garbage', { detail: 'no calendars' });
  const name = makeLine(`${userName}, ${new URL(address).hostname}`, 300) ?? userName;
  return { name, places, own: [...new Set(own)].map((value) => ({ kind: 'mail', value, displayName: null })) };
}

async function findPrincipal(dav: Dav): Promise<string> {
  const { address } = dav.settings;
  for (const url of [address, new URL('/.well-known/caldav', address).href]) {
    const answer = await readProps(dav, { url, props: ['d:current-user-principal'] }).catch(passOver);
    const link = answer && 'list' in answer ? linksOf(answer.list[0]?.props.currentUserPrincipal)[0] : undefined;
    if (link !== undefined) return new URL(link, url).href;
    if (answer && 'refused' in answer && answer.refused === 403) throw new ReaderProblem('not-allowed');
  }
  throw new ReaderProblem('garbage', { detail: 'no CalDAV here' });
}

/** A page of a web site, where an agenda lives at another address. */
function passOver(error: unknown): null {
  if (error instanceof ReaderProblem && error.problem === 'garbage') return null;
  throw error;
}

async function read(dav: Dav, asked: Parameters<typeof readProps>[1]): Promise<readonly DavProps[]> {
  const answer = await readProps(dav, asked);
  if ('list' in answer) return answer.list;
  throw new ReaderProblem(answer.refused === 403 ? 'not-allowed' : 'garbage', { detail: `HTTP ${answer.refused}` });
}

const calendarProps = [
  'd:displayname',
  'd:resourcetype',
  'c:supported-calendar-component-set',
  'd:current-user-privilege-set',
];

async function listCalendars(dav: Dav, home: string): Promise<Place[]> {
  const found = await read(dav, { url: home, props: calendarProps, depth: '1' });
  return found.flatMap(({ href, props }) => {
    if (!isCalendar(props.resourcetype) || !holdsEvents(props.supportedCalendarComponentSet)) return [];
    const name =
      makeLine(textOf(props.displayname), 300) ?? new URL(href).pathname.split('/').findLast(Boolean) ?? href;
    const role = mayWrite(props.currentUserPrivilegeSet) ? null : 'read-only';
    return [{ place: href, name, role, isWanted: true }];
  });
}

function isCalendar(types: unknown): boolean {
  return typeof types === 'object' && types !== null && 'calendar' in types;
}

function holdsEvents(set: unknown): boolean {
  const names = JSON.stringify(set ?? '');
  return !names.includes('"name"') || names.includes('"VEVENT"');
}

/** What is not said is allowed until it is refused. */
function mayWrite(privileges: unknown): boolean {
  const said = JSON.stringify(privileges ?? '');
  return !said.includes('"read"') || /"(all|write|writeContent|bind)"/.test(said);
}

function mailOf(link: string): string[] {
  return /^mailto:/i.test(link) ? [link.slice('mailto:'.length).trim().toLowerCase()] : [];
}
