/** Where agendas of the well-known ones are found; of a house of one's own its name is still to be filled in. */
export const calendarProviders = [
  { name: 'other', address: '' },
  { name: 'google', address: 'https://apidata.googleusercontent.com/caldav/v2/' },
  { name: 'icloud', address: 'https://caldav.icloud.com/' },
  { name: 'nextcloud', address: 'https://cloud.example/remote.php/dav' },
  { name: 'radicale', address: 'https://agenda.example/' },
] as const;

export function providerOf(address: string): (typeof calendarProviders)[number]['name'] {
  if (/(^|\.)(google|googleusercontent)\.com\//.test(address)) return 'google';
  if (/\.icloud\.com\b/.test(address)) return 'icloud';
  if (/\/remote\.php\/dav\b/.test(address)) return 'nextcloud';
  return calendarProviders.find((known) => known.address !== '' && known.address === address)?.name ?? 'other';
}
