import type { Id } from '#kernel/ids.ts';
import { deviceClass } from '#domain/stats/dimensions.ts';
import type { Tx } from '#store/unit-of-work.ts';

/** What figures may say of who fills a dossier: the language of the interface and the class of the device, nothing else. */
export async function whoFills(tx: Tx, accountId: Id<'account'>): Promise<{ language: string; device: string }> {
  const account = await tx.selectFrom('account').select('locale').where('id', '=', accountId).executeTakeFirst();
  const session = await tx
    .selectFrom('session')
    .select('device')
    .where('accountId', '=', accountId)
    .orderBy('seenAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { language: account?.locale ?? 'inconnu', device: deviceClass(session?.device ?? '') };
}
