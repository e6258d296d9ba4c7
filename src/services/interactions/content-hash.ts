import { createHash } from 'node:crypto';
import type { IngestRecord } from './ingest-record.ts';

/** Of everything the source said: the same key with another hash is a correction. */
export function contentHashOf(record: IngestRecord): Buffer {
  const said = [
    record.atMs,
    record.channel,
    record.kind,
    refText(record.from),
    record.to.map(refText),
    record.subject,
    record.snippet,
    record.answers,
    record.mailClass,
    record.asked,
    record.valence,
    record.benefits,
    record.order,
    ...(record.keptLine == null ? [] : [record.keptLine]),
    ...(record.link == null ? [] : [{ link: record.link }]),
  ];
  return createHash('sha1').update(JSON.stringify(said)).digest();
}

function refText(ref: IngestRecord['from']): string {
  return ref.kind === 'party' ? ref.partyId : `${ref.kind}:${ref.value}`;
}
