import { Button, Chip, Select, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Party } from '#contract/parties.ts';
import type { Tie } from '#contract/ties.ts';
import { api, newKey, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { Closures } from '../../ui/closures.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './about.module.css';
import { Addresses } from './addresses.tsx';
import { Coverage } from './coverage.tsx';
import { Facts } from './facts.tsx';
import { Identities } from './identities.tsx';
import { Links } from './links.tsx';
import { MailRefusal } from './mail-refusal.tsx';
import { Offer, Offers } from './offer.tsx';
import { Preferences } from './preferences.tsx';
import { useSaveParty } from './use-save-party.ts';

const roles = ['customer', 'supplier', 'partner', 'colleague', 'private', 'ignore'] as const;
const wishes = ['gladly', 'when-needed', 'rather-not'] as const;

/** Who they are. Everything saves as you go. */
export function About({ party, tie }: { party: Party; tie: Tie | null }) {
  const { relation, relations } = useWords();
  const { about } = relation;
  const save = useSaveParty(party);
  return (
    <div className={classes.about}>
      <Facts party={party} />
      <Identities party={party} />
      <Addresses party={party} />
      <Preferences party={party} />
      <Links party={party} />
      <section aria-label={about.roles}>
        <h3>{about.roles}</h3>
        <Chip.Group
          multiple
          value={[...party.roles]}
          onChange={(chosen) => save.mutate({ roles: roles.filter((role) => chosen.includes(role)) })}
        >
          <div className={classes.chips}>
            {roles.map((role) => (
              <Chip key={role} value={role} size="sm" variant="outline">
                {relations.roles[role]}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </section>
      <Select
        label={about.wish}
        description={about.wishHint}
        placeholder={about.wishUnknown}
        clearable
        value={party.contactWish}
        data={wishes.map((value) => ({ value, label: relations.wishes[value] }))}
        onChange={(contactWish) => save.mutate({ contactWish: wishes.find((wish) => wish === contactWish) ?? null })}
        className={classes.narrow}
      />
      <MailRefusal partyId={party.id} />
      <Switch
        label={about.personal}
        description={about.personalHint}
        checked={party.personalFoundation}
        onChange={(event) => save.mutate({ personalFoundation: event.currentTarget.checked })}
      />
      <ClosingTimes party={party} />
      {tie && <Coverage tie={tie} />}
      <Ends party={party} />
    </div>
  );
}

/** When they are closed every year; most never are. */
function ClosingTimes({ party }: { party: Party }) {
  const { about } = useWords().relation;
  const save = useSaveParty(party);
  const [isOpen, setOpen] = useState(party.closures.length > 0);
  if (!isOpen) {
    return (
      <Offers>
        <Offer onClick={() => setOpen(true)}>{about.closures}</Offer>
      </Offers>
    );
  }
  return (
    <section aria-label={about.closures}>
      <h3>{about.closures}</h3>
      <p className="soft small">{about.closuresHint}</p>
      <Closures closures={party.closures} onChange={(closures) => save.mutate({ closures })} />
    </section>
  );
}

function Ends({ party }: { party: Party }) {
  const { relation, shell } = useWords();
  const { about } = relation;
  const navigate = useNavigate();
  const params = { partyId: party.id };
  const touches = [['parties'], ['party', party.id], ['today'], ['triage']];
  const restore = useAct({
    run: () => api.parties.restore({ ...nothing, params, headers: newKey() }),
    touches,
    onDone: () => notifications.show({ message: shell.undone }),
  });
  const remove = useAct({
    run: () => api.parties.remove({ ...nothing, params, headers: newKey() }),
    touches,
    onDone: () => {
      void navigate({ to: '/relations', search: {} });
      const message = about.removed(party.name);
      showUndo({ message, label: shell.undo, close: shell.close, onUndo: () => restore.mutate() });
    },
  });
  return (
    <div className={`${classes.ends} noPrint`}>
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {about.print}
      </Button>
      {!party.isOwn && (
        <Button variant="default" onClick={() => remove.mutate()} loading={remove.isPending}>
          {about.remove}
        </Button>
      )}
    </div>
  );
}
