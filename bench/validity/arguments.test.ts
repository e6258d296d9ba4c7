import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from './arguments.ts';

const tie = ['tie', 'log.gz', '--channel', 'chat', '--window', '28', '--horizon', '14'];

test('Cuts may be given in three ways', () => {
  const ways = [
    [...tie, '--cut', '56', '112'],
    [...tie, '--cut', '56,112'],
    [...tie, '--cut', '56', '--cut', '112'],
    ['tie', 'log.gz', '--cut', '56', '112', '--channel', 'chat', '--window', '28', '--horizon', '14'],
  ];
  const wanted = {
    command: 'tie',
    file: 'log.gz',
    channel: 'chat',
    cutDays: [56, 112],
    windowDays: 28,
    horizonDays: 14,
    json: false,
  };
  for (const way of ways) assert.deepEqual(readArguments(way), wanted);
});

test('Without a command everything is measured', () => {
  assert.deepEqual(readArguments([]), { command: 'all', data: '../shared/data', json: false });
  assert.deepEqual(readArguments(['--data', 'logs', '--json']), { command: 'all', data: 'logs', json: true });
});

test('What is missing or odd is said', () => {
  assert.throws(() => readArguments(['tie']), /FILE/);
  assert.throws(() => readArguments([...tie, '--cut', 'soon']), /--cut/);
  assert.throws(() => readArguments(tie), /--cut/);
  assert.throws(
    () => readArguments(['tie', 'x', '--channel', 'smoke', '--cut', '1', '--window', '1', '--horizon', '1']),
    /--channel/,
  );
  assert.throws(() => readArguments(['chains', 'x']), /chains/);
  assert.deepEqual(readArguments(['chain', 'x']), { command: 'chain', file: 'x', json: false });
});

test('Who still buys is asked up to a day, for so many weeks', () => {
  const alive = ['alive', 'x', '--calibration-end', '1997-09-30', '--weeks', '39'];
  const wanted = { command: 'alive', file: 'x', calibrationEnd: '1997-09-30', weeks: 39, json: false };
  assert.deepEqual(readArguments(alive), wanted);
  assert.throws(() => readArguments(['alive', 'x', '--weeks', '39']), /--calibration-end/);
  assert.throws(() => readArguments(['alive', 'x', '--calibration-end', '1997-02-30', '--weeks', '39']), /1997-02-30/);
});
