import type { Category } from '#domain/catalogue/situation.ts';
import type { OwnDossier, PersonRow } from '#features/dossiers/read-dossier.ts';
import { isWordKey } from '#i18n/translate.ts';
import { LevelTag, StatusTag } from '#ui/blocks.tsx';
import type { Frame } from '#ui/frame.ts';
import { address } from './address.ts';
import { hrefOf, piecesIn } from './dossier-view.ts';

interface PartProps {
  readonly frame: Frame;
  readonly own: OwnDossier;
  readonly person: PersonRow;
}

/** Names of a person: to fill in, for those who may. */
export function NamesLine({ frame, own, person, fills, missing }: PartProps & { fills: boolean; missing: boolean }) {
  const label = frame.t('dossier.names');
  return (
    <li>
      <div>{fills ? <a href={address.names(own.rows.dossier.id, person.id)}>{label}</a> : label}</div>
      <StatusTag frame={frame} status={missing ? 'missing' : 'done'} />
    </li>
  );
}

/** Pieces of one category with their answers, for those who may see them; links for those who may fill. */
export function OwnPieces({ frame, own, person, category, fills }: PartProps & { category: Category; fills: boolean }) {
  const { t } = frame;
  const dossierId = own.rows.dossier.id;
  const pieces = piecesIn(own, person.id, category);
  const label = t(`category.${category}.title`);
  if (pieces.length === 0)
    return (
      <li>
        <div>{fills ? <a href={address.category(dossierId, person.id, category)}>{label}</a> : label}</div>
        {category === 'tax' && person.taxSkipped ? (
          <span class="df-muted">{t('dossier.not_now')}</span>
        ) : (
          <StatusTag frame={frame} status="missing" />
        )}
      </li>
    );
  return (
    <>
      {pieces.map((piece) => {
        const title = `situation.${piece.situation}.title`;
        return (
          <li key={piece.id}>
            <div>
              {fills ? <a href={hrefOf(dossierId, person.id, category, piece.id)}>{label}</a> : label}
              <br />
              <span class="df-muted">
                {isWordKey(title) ? t(title) : piece.situation}
                {piece.amount !== null && piece.amount > 0 ? ` – ${frame.format.euros(piece.amount)}` : ''}
              </span>
            </div>
            {piece.level && piece.level !== 'declared' && <LevelTag frame={frame} level={piece.level} />}
            <StatusTag frame={frame} status={piece.status} />
          </li>
        );
      })}
    </>
  );
}

/** What one sees of somebody else's part: that pieces are there and how far they are proved. No answer, no amount, no file. */
export function GlimpsedPieces({ frame, own, person }: PartProps) {
  const { t } = frame;
  const glimpses = own.glimpses.filter((one) => one.personId === person.id);
  return (
    <>
      <p class="df-muted">{t('people.not_seen')}</p>
      {glimpses.length > 0 && (
        <ul class="df-piece-list">
          {glimpses.map((glimpse, index) => (
            <li key={index}>
              <div>{t(`category.${glimpse.category}.title`)}</div>
              {glimpse.level && glimpse.level !== 'declared' && <LevelTag frame={frame} level={glimpse.level} />}
              <StatusTag frame={frame} status={glimpse.status} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
