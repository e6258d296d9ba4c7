import { api, nothing } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';

/** The event as a file in the reader's downloads. */
export function useInvitation() {
  return useAct({
    run: (eventId: string) => api.agenda.invitation({ ...nothing, params: { eventId } }),
    onDone: ({ fileName, text }) => {
      const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = fileName;
      link.click();
      URL.revokeObjectURL(url);
    },
  });
}
