/** What a row's attempts mean, for whoever sets them. */
export const attemptsHint =
  "1 to 5. It rings again when it was busy or did not answer, once everybody else at its priority was tried and while the campaign's dial attempts last.";
