-- Who may see what a member opens to contacts is asked with every field of a row: as a condition of its own each would be
-- planned anew, as a list of the reader's contacts it is asked once a statement, and only where a row opens something to them.
-- Contacts are who accepted an interest of the other, or said yes to an exchange, until one of the two has ended it.
CREATE FUNCTION contacts_of(reader uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN array(
    SELECT sent.received_by FROM public.interests sent
    WHERE sent.member_id = reader AND sent.received_by IS NOT NULL
      AND sent.state IN ('accepted', 'in-talks', 'agreement') AND sent.contact_ended_on IS NULL
    UNION ALL
    SELECT received.member_id FROM public.interests received
    WHERE received.received_by = reader
      AND received.state IN ('accepted', 'in-talks', 'agreement') AND received.contact_ended_on IS NULL
    UNION ALL
    SELECT CASE WHEN met.asked_by = reader THEN met.asked ELSE met.asked_by END
    FROM public.introductions met
    JOIN public.introduction_answers answer ON answer.introduction_id = met.id AND answer.answer = 'accepted'
    WHERE met.contact_ended_on IS NULL AND (met.asked_by = reader OR met.asked = reader));
END
$$;
