import { useServices } from "@/lib/services";
import { PERSONAS, personaOf } from "@/lib/session/personas";
import { useObservable } from "@/lib/use-observable";
import styles from "./app-header.module.css";

/** In development: look at the product as somebody else. On the platform: who is signed in. */
export function PersonaMenu() {
  const { session } = useServices();
  const state = useObservable(session.state);
  if (state.status !== "signed_in") return null;
  if (!state.persona) return <span title={state.identity.roles.join(", ")}>{state.identity.user}</span>;
  return (
    <label className={styles.persona}>
      <span className="visually-hidden">Viewing as</span>
      <select value={state.persona.id} onChange={(event) => void session.switchTo(personaOf(event.target.value))}>
        {PERSONAS.map((persona) => (
          <option key={persona.id} value={persona.id}>
            {persona.label}
          </option>
        ))}
      </select>
    </label>
  );
}
