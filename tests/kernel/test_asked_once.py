from supportroom.kernel.asked_once import asked_once, only_reading


def test_a_question_is_asked_once_while_a_request_only_reads() -> None:
    asked = []
    with only_reading():
        answers = [asked_once(("seats", 1), lambda: asked.append(1) or len(asked)) for _time in range(3)]
        assert asked_once(("seats", 2), lambda: "another") == "another"
    assert (answers, asked) == ([1, 1, 1], [1])


def test_nothing_is_kept_where_something_is_written_or_for_the_next_request() -> None:
    assert asked_once("question", lambda: 1) == 1
    assert asked_once("question", lambda: 2) == 2
    with only_reading():
        assert asked_once("question", lambda: 3) == 3
    with only_reading():
        assert asked_once("question", lambda: 4) == 4


def test_an_answer_of_no_is_kept_too() -> None:
    with only_reading():
        assert not asked_once("question", lambda: False)
        assert not asked_once("question", lambda: True)
