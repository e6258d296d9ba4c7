/** Who takes part in a chat, for the question which of them one is. */
import { splitChat } from './chat-lines.ts';
import { readChatText } from './chat-text.ts';
import { readContent } from './chat-words.ts';

const mostNames = 30;

/** Each with how often they wrote, most first. */
export async function rankNames(path: string): Promise<{ address: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const { sender, text } of splitChat((await readChatText(path)) ?? '')) {
    if (sender === null || readContent(text).type === 'nothing') continue;
    counts.set(sender, (counts.get(sender) ?? 0) + 1);
  }
  const ranked = [...counts].map(([address, count]) => ({ address, count }));
  return ranked
    .sort((one, other) => other.count - one.count || (one.address < other.address ? -1 : 1))
    .slice(0, mostNames);
}
