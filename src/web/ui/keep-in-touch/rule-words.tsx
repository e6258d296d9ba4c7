import type { KeepingRule } from '#contract/keep-in-touch.ts';
import { useSpoken } from '../words.tsx';

/** Who keeps in touch, how often, and when it is next. */
export function RuleWords({ rule }: { rule: KeepingRule }) {
  const { words, formats } = useSpoken();
  const { touch } = words.notifications;
  const [contact] = rule.contacts;
  const rhythm = rule.everyDays === null ? touch.rhythm : touch.every(rule.everyDays);
  const who = [rule.user.name, rule.group?.name].filter(Boolean).join(' · ');
  const isDue = contact && Date.parse(contact.dueAt) <= Date.now();
  const next = contact && (isDue ? touch.dueNow : formats.date(contact.dueAt));
  return (
    <>
      {who}: {rhythm}
      {next && !contact.heldBack && <span className="soft">, {touch.due(next)}</span>}
      {contact?.heldBack && <span className="soft">. {touch.held[contact.heldBack]}</span>}
    </>
  );
}
