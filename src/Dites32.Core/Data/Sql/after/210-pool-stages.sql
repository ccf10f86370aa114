-- The stages of the mission's pool of spontaneous applications, the same as those copied into an offer.
INSERT INTO stage (id, offer_id, position, label, category, answer_days, notifies_candidate)
SELECT ('32320000-0000-7000-8000-' || lpad(position::text, 12, '0'))::uuid, NULL, position, label, category, answer_days, notifies
FROM (VALUES
    (0, 'Reçue', 'Received', 5, false),
    (1, 'À l''étude', 'InReview', 5, true),
    (2, 'Présélection', 'Shortlisted', 5, false),
    (3, 'Entretien', 'Interview', 5, true),
    (4, 'Visite', 'Visit', 5, true),
    (5, 'Proposition', 'Proposal', 5, true),
    (6, 'Acceptée', 'Accepted', 5, true),
    (7, 'Pièces', 'Papers', 5, true),
    (8, 'Prise de fonction', 'InPost', NULL, true),
    (9, 'Non retenue', 'Refused', NULL, true),
    (10, 'Retirée', 'Withdrawn', NULL, false),
    (11, 'Sans suite', 'Closed', NULL, true)
) AS pool (position, label, category, answer_days, notifies)
ON CONFLICT (id) DO NOTHING;
