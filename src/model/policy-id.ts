/** The group of the ids of rules that a configuration declares: `policy/no-session-replay`. */
export const POLICY_GROUP = 'policy/';
