/** Roles by which an account enters the console. Explicit, without hierarchy; an account may hold several. */
export const AGENT_ROLES = ['reviewer', 'fraud_referent', 'admin'] as const;
export type AgentRole = (typeof AGENT_ROLES)[number];

/** What an account may be here. */
export type AccountRole = 'tenant' | 'guarantor' | 'landlord' | 'helper' | AgentRole;

/** Roles that open people's documents. An administrator holds none of them. */
const OPENS_PIECES: readonly AccountRole[] = ['reviewer', 'fraud_referent'];

/** Whom each role may make an agent, exactly: never "mine or lower". */
const GIVES: Readonly<Partial<Record<AccountRole, readonly AgentRole[]>>> = { admin: ['fraud_referent', 'admin'] };

/** True for accounts that may enter the console. */
export function isAgent(roles: readonly AccountRole[]): boolean {
  return roles.some((role) => (AGENT_ROLES as readonly AccountRole[]).includes(role));
}

/** True when a text is an agent's role. */
export function isAgentRole(text: string | undefined): text is AgentRole {
  return (AGENT_ROLES as readonly (string | undefined)[]).includes(text);
}

/** Why a role is not given. */
export type RoleFault = 'role.own' | 'role.not_theirs_to_give' | 'role.opens_pieces_for_admin';

/** A role about to be given. */
export interface RoleGift {
  readonly role: AgentRole;
  /** Roles that the account holds already. */
  readonly held: readonly AccountRole[];
  /** Roles of who gives it; `null`: the operator, from the command line. */
  readonly giver: readonly AccountRole[] | null;
  /** Somebody gives a role to themself. */
  readonly own: boolean;
}

/** Why a role may not be given; `null` when it may. Nobody changes their own roles; who administers opens no documents. */
export function roleFault({ role, held, giver, own }: RoleGift): RoleFault | null {
  if (own) return 'role.own';
  if (giver !== null && !giver.some((one) => GIVES[one]?.includes(role))) return 'role.not_theirs_to_give';
  const after: readonly AccountRole[] = [...held, role];
  return after.includes('admin') && after.some((one) => OPENS_PIECES.includes(one)) ? 'role.opens_pieces_for_admin' : null;
}
