import tseslint from 'typescript-eslint';

const noPoolQuery = {
  selector: "CallExpression[callee.property.name='query'][callee.object.name=/[pP]ool$/]",
  message: 'Only Kysely talks to the database: the embedded engine mixes answers after a failing pool.query.',
};

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'data/', 'screens/', 'coverage/', '**/*.js', '**/*.mjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', noPoolQuery],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/domain/**', 'src/seals/**', 'src/kernel/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'process', 'setTimeout', 'setInterval'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Rules are pure: hand chance in.' },
        { object: 'Date', property: 'now', message: 'Rules are pure: hand time in.' },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'bench/**', 'src/testing/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-console': 'off' },
  },
  { files: ['checks/**', 'src/main/**', '*.ts'], rules: { 'no-console': 'off' } },
);
