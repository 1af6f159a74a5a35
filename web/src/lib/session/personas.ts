/** Somebody to look at the product as, in development. */
export interface Persona {
  id: string;
  label: string;
  hint: string;
  user: string;
  roles: string[];
  /** The wallet that development takes to be this person's own. */
  wallet?: string;
}

export const RETAIL: Persona = {
  id: "retail", label: "Retail reader", hint: "Plain English first", user: "ana", roles: ["retail"],
};

export const PERSONAS: readonly Persona[] = [
  RETAIL,
  {
    id: "wallet-owner", label: "Wallet owner", hint: "A wallet of one's own", user: "wanda", roles: ["retail"],
    wallet: "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23",
  },
  { id: "professional", label: "Professional", hint: "Figures and provenance", user: "paul", roles: ["professional"] },
  { id: "risk-manager", label: "Risk manager", hint: "Figures and provenance", user: "rita", roles: ["risk_manager"] },
  { id: "compliance", label: "Compliance officer", hint: "Figures and provenance", user: "carl", roles: ["compliance"] },
  { id: "admin", label: "Admin", hint: "First approver", user: "adam", roles: ["admin"] },
  { id: "second-admin", label: "Second admin", hint: "Second approver", user: "beth", roles: ["admin"] },
];

export const personaOf = (id: string | null): Persona => PERSONAS.find((persona) => persona.id === id) ?? RETAIL;
