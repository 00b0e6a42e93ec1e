# Short names for those who have make; everything is done by ./setup.
all:
	@./setup build
demo test bench gates:
	@./setup $@
# Small faults, one at a time: which tests see them? An hour or so.
mutants:
	@python3 tools/mutants.py
install: all
	@meson install -C build
clean:
	@rm -rf build build-test
.PHONY: all demo test bench gates mutants install clean
