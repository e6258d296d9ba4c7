/** Public pages are counted by address and by link, what is sent from them more narrowly, and guesses of links apart. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#services/app-error.ts';

const minuteMs = 60_000;
/** A link is opened by one person; an address may be a whole office. */
const pagesPerLink = 60;
const pagesPerAddress = 120;
const answersPerLink = 5;
const answersPerAddress = 20;
const guessesPerAddress = 30;

export interface PublicCounters {
  page(request: FastifyRequest): Promise<void>;
  answer(request: FastifyRequest): Promise<void>;
  /** Counts a link that was none. */
  isGuessing(request: FastifyRequest): Promise<boolean>;
}

export function countPublic(app: FastifyInstance): PublicCounters {
  const limit = (name: string, max: number, keyOf: (request: FastifyRequest) => string) =>
    app.createRateLimit({ max, timeWindow: minuteMs, keyGenerator: (request) => `${name} ${keyOf(request)}` });
  const ofAddress = (request: FastifyRequest) => request.ip;
  const ofLink = (request: FastifyRequest) => String((request.params as { token?: string }).token).slice(0, 50);
  const countPages = [limit('public page', pagesPerLink, ofLink), limit('public page of', pagesPerAddress, ofAddress)];
  const countAnswers = [
    limit('public answer', answersPerLink, ofLink),
    limit('public answer of', answersPerAddress, ofAddress),
  ];
  const countGuess = limit('public guess', guessesPerAddress, ofAddress);
  type Count = typeof countGuess;
  const isOver = async (count: Count, request: FastifyRequest) => {
    const counted = await count(request);
    return !counted.isAllowed && counted.isExceeded;
  };
  const refuseOver = async (counts: readonly Count[], request: FastifyRequest) => {
    for (const count of counts) if (await isOver(count, request)) throw new AppError('too-many');
  };
  return {
    page: (request) => refuseOver(countPages, request),
    answer: (request) => refuseOver(countAnswers, request),
    isGuessing: (request) => isOver(countGuess, request),
  };
}
