import type { Translate } from '@fanfare/core';
import { Component, createRef } from 'preact';
import { type FieldName, FORMS, formBody, problemOf } from './invite.form.js';
import type { LaterKey } from './invite.later-text.js';

interface FieldsProps {
  t: Translate<LaterKey>;
  form: 'address' | 'account';
  isBusy: boolean;
  onSend(body: object): void;
}

interface Problems {
  wrong: { [name in FieldName]?: LaterKey | undefined };
}

const COMPLETE: { readonly [name in FieldName]: string } = {
  name: 'name',
  phone: 'tel',
  region: 'address-level1',
  street: 'street-address',
  postcode: 'postal-code',
  number: 'off',
};

/** The form of a reward: what is wrong is said at the field, and the first wrong one gets the focus. */
export class RewardForm extends Component<FieldsProps, Problems> {
  override state: Problems = { wrong: {} };
  private readonly element = createRef<HTMLFormElement>();

  private readonly onSubmit = (event: Event) => {
    event.preventDefault();
    const { form, isBusy, onSend } = this.props;
    if (isBusy) return;
    const names = FORMS[form];
    const inputs = [...this.element.current!.querySelectorAll('input')];
    const values = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
    const wrong = Object.fromEntries(names.map((name) => [name, problemOf(name, values[name] ?? '')]));
    this.setState({ wrong });
    const first = inputs.find(({ name }) => wrong[name]);
    if (first) first.focus();
    else onSend(formBody(form, values));
  };

  override render({ t, form, isBusy }: FieldsProps, { wrong }: Problems) {
    return (
      <form ref={this.element} class="form" aria-label={t(form)} novalidate onSubmit={this.onSubmit}>
        {FORMS[form].map((name) => (
          <label key={name}>
            {t(name)}
            <input
              name={name}
              autocomplete={COMPLETE[name]}
              inputMode={name === 'phone' ? 'tel' : undefined}
              maxLength={200}
              aria-invalid={!!wrong[name]}
              aria-describedby={wrong[name] && `wrong-${name}`}
            />
            {wrong[name] && (
              <small id={`wrong-${name}`} class="wrong">
                {t(wrong[name], { field: t(name) })}
              </small>
            )}
          </label>
        ))}
        <button type="submit" class="go" aria-disabled={isBusy}>
          {t('send')}
        </button>
      </form>
    );
  }
}
