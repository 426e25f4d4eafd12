import { useState } from 'react'
import { ApiError, api } from '../lib/api.js'
import { forgetAnswers } from '../lib/query.js'

/** Asks for the token of a workspace that is served to other machines. */
export function TokenGate() {
  const [problem, setProblem] = useState('')
  const submit = async (form: FormData) => {
    try {
      await api.signIn(String(form.get('token') ?? '').trim())
      forgetAnswers()
      location.reload()
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error))
    }
  }
  return (
    <form className="card token-gate" action={submit}>
      <h1 className="title tool">This workspace asks for a token</h1>
      <p>
        It is made on the machine that serves it: <code>synoptic token</code>
      </p>
      <label className="field">
        <span className="label">Token</span>
        <input className="input" name="token" type="password" autoComplete="current-password" required />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <button className="button primary" type="submit">
        Open
      </button>
    </form>
  )
}
