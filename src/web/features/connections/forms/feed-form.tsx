/** What a relation publishes: the address of its feed, and whose it is. */
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../../api/queries.ts';
import { PartySelect } from '../../../ui/party-select.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { FieldsProps, KindForm } from './kind-form.ts';
import { Line } from './social-forms.tsx';

function FeedFields({ settings, onSettings, problems, isMending }: FieldsProps<'feed'>) {
  const { social } = useWords();
  const whose = useQuery({ ...queries.party(settings.partyId), enabled: isMending });
  return (
    <>
      <p className="soft small">{social.isPublished}</p>
      <Line
        label={social.feedAddress}
        hint={social.feedAddressHint}
        value={settings.address}
        problem={problems.address}
        onChange={(address) => onSettings({ ...settings, address })}
        isAddress
        isFirst
      />
      {(!isMending || whose.data) && (
        <PartySelect
          label={social.feedParty}
          isLabelShown
          value={settings.partyId || null}
          known={whose.data ?? null}
          error={problems.partyId}
          onChange={(partyId) => onSettings({ ...settings, partyId: partyId ?? '' })}
        />
      )}
    </>
  );
}

export const feedForm: KindForm<'feed'> = {
  hasSecret: false,
  begin: () => ({ kind: 'feed', address: '', partyId: '' }),
  Fields: FeedFields,
};
