import { useMutation } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { TextField } from "@/components/text-field";
import { formatAppointment } from "@/lib/format/dates";
import { faultAt, faultBeside } from "@/lib/http/problem";
import { useBinding } from "../api/bind-wallet";
import { useChallenge } from "../api/challenge-wallet";
import styles from "./prove-wallet.module.css";

/** The message to take elsewhere, and the field for the signature that comes back. */
export function SignElsewhere({ wallet, onProven }: { wallet: string; onProven: () => void }) {
  const challenge = useChallenge();
  const bind = useBinding();
  const [signature, setSignature] = useState("");
  const [isCopied, setCopied] = useState(false);
  const asking = useMutation({ mutationFn: () => challenge(wallet), onSuccess: () => setCopied(false) });
  const binding = useMutation({ mutationFn: (message: string) => bind(message, signature.trim()), onSuccess: onProven });
  const asked = asking.data;
  if (!asked)
    return (
      <>
        <button type="button" className="button" disabled={asking.isPending} onClick={() => asking.mutate()}>
          {asking.isPending ? "Asking…" : "Get the message to sign"}
        </button>
        {asking.error && <p role="alert">{asking.error.message}</p>}
      </>
    );
  const copy = (): void => void navigator.clipboard.writeText(asked.message).then(() => setCopied(true));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    binding.mutate(asked.message);
  };
  return (
    <form className={styles.elsewhere} onSubmit={submit} noValidate>
      <p>
        Sign this message to the letter with <code>personal_sign</code>. It is good until {formatAppointment(asked.expires_at)}.
      </p>
      <pre tabIndex={0} aria-label="Message to sign">
        {asked.message}
      </pre>
      <div className={styles.buttons}>
        <button type="button" className="button" data-size="small" onClick={copy}>
          Copy the message
        </button>
        <button type="button" className="button" data-size="small" disabled={asking.isPending} onClick={() => asking.mutate()}>
          Get a new message
        </button>
        <span role="status">{isCopied ? "Copied." : ""}</span>
      </div>
      <TextField label="Signature" kind="text" maxLength={140} placeholder="0x…" value={signature} fault={faultAt(binding.error, "signature")} onChange={setSignature} />
      {faultBeside(binding.error, ["signature"]) && <p role="alert">{binding.error?.message}</p>}
      <div className={styles.buttons}>
        <button type="submit" className="button" data-kind="main" disabled={binding.isPending || signature.trim() === ""}>
          {binding.isPending ? "Checking…" : "Send the signature"}
        </button>
      </div>
    </form>
  );
}
