/** Values that every noun uses: ids, instants, safe text, pages. */
import { z } from 'zod';

/** The plain type a schema lets through, for rooms that know no Zod. */
export type Shape<T extends z.ZodType> = z.infer<T>;

export const id = z.uuid();
/** ISO instant with zone, e.g. 2026-03-01T09:30:00.000Z. */
export const instant = z.iso.datetime({ offset: true });
export const calendarDate = z.iso.date();

const nul = String.fromCharCode(0);
/** Text PostgreSQL keeps bit-exact: well-formed Unicode without NUL. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes(nul) && value.isWellFormed(), 'text-not-storable');
export const line = (max: number) => text(max).trim().min(1);

export const share = z.number().min(0).max(1);

/** Cursor paging: opaque, from the previous page; absent = from the start. */
export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.int().max(200))
    .optional(),
};
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** MM-DD. */
export const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
export const yearlyClosure = z.strictObject({ from: monthDay, until: monthDay, label: text(100).default('') });

export const done = z.object({ done: z.literal(true) });
